namespace AlphaMix.Core.Extensions;

/// <summary>
/// One array of 32-bit floats that an extension learned, as the artifact stores it. The values must not be changed later.
/// </summary>
public sealed record Tensor
{
    /// <summary>The largest number of dimensions, 8.</summary>
    public const int MaxRank = 8;

    private readonly float[] _values;

    /// <summary>Initializes a new instance of the <see cref="Tensor"/> class.</summary>
    /// <param name="name">A letter, then letters, digits, underscores or hyphens; at most 64. One extension has each name once.</param>
    /// <param name="shape">Its dimensions, outermost first; none for a single number.</param>
    /// <param name="values">Its values, row-major, as many as the shape has; kept, not copied. Writing an artifact rejects NaN and
    /// infinities.</param>
    /// <exception cref="ArgumentException">
    /// The name has other characters or is too long, a dimension is negative, or the shape does not fit the values.
    /// </exception>
    public Tensor(string name, IReadOnlyList<int> shape, float[] values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        if (!IsName(name))
            throw new ArgumentException(
                $"Expected a tensor name of a letter and at most 63 letters, digits, '_' or '-', found '{name}'.", nameof(name));
        if (shape.Count > MaxRank || shape.Any(size => size < 0) || Count(shape) != values.Length)
            throw new ArgumentException(
                $"{name}: found shape {Text(shape)} and {values.Length} values, expected at most {MaxRank} sizes whose product is the "
                    + $"number of values.",
                nameof(shape));
        Name = name;
        Shape = [.. shape];
        _values = values;
    }

    /// <summary>Gets the name, unique within the extension.</summary>
    public string Name { get; }

    /// <summary>Gets the dimensions, outermost first; empty for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Gets the values, row-major.</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>Returns whether a tensor may have a name: without dots, so that full names in the artifact are unique.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Returns a shape as text, such as <c>(110, 32)</c>.</summary>
    internal static string Text(IEnumerable<int> shape) => $"({string.Join(", ", shape)})";

    // No array has 2^32 values: held there, the product of 32-bit sizes cannot overflow 64 bits.
    private static long Count(IReadOnlyList<int> shape) =>
        shape.Contains(0) ? 0 : shape.Aggregate(1L, (product, size) => Math.Min(product * size, 1L << 32));
}
