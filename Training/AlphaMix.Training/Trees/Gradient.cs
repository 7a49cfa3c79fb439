namespace AlphaMix.Training.Trees;

/// <summary>First and second derivative of a sample's loss by its score.</summary>
/// <param name="First">The first derivative.</param>
/// <param name="Second">The second derivative, not negative.</param>
internal readonly record struct Gradient(float First, float Second);
