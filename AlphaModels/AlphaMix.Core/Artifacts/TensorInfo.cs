namespace AlphaMix.Core.Artifacts;

/// <summary>Name, shape and place of one tensor of a <see cref="TensorFile"/>.</summary>
/// <param name="Name">Its name, unique in the file.</param>
/// <param name="Shape">Its dimensions, outermost first; values are row-major.</param>
/// <param name="Begin">Offset of its first byte from the end of the header.</param>
/// <param name="End">Offset just past its last byte; 4 bytes a value.</param>
public sealed record TensorInfo(string Name, IReadOnlyList<int> Shape, long Begin, long End)
{
    /// <summary>Gets the shape as text, such as <c>(110, 32)</c>.</summary>
    public string ShapeText => Text(Shape);

    internal static string Text(IEnumerable<int> shape) => $"({string.Join(", ", shape)})";
}
