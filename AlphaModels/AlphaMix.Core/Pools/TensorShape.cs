namespace AlphaMix.Core.Pools;

/// <summary>Name and dimensions of one tensor of a router or forecaster.</summary>
/// <param name="Name">Its name, unique within the extension.</param>
/// <param name="Shape">Its dimensions, outermost first; empty for a single number.</param>
public sealed record TensorShape(string Name, IReadOnlyList<int> Shape);
