namespace AlphaMix.Core.Artifacts;

/// <summary>One tensor of a <see cref="TensorFile"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions, outermost first; values are row-major.</param>
/// <param name="Begin">First byte, counted from the first byte behind the header.</param>
/// <param name="End">First byte behind it.</param>
public sealed record TensorInfo(string Name, IReadOnlyList<int> Shape, long Begin, long End)
{
    /// <summary>Gets the shape as text, such as <c>(110, 32)</c>.</summary>
    public string ShapeText => Text(Shape);

    internal static string Text(IEnumerable<int> shape) => $"({string.Join(", ", shape)})";
}
