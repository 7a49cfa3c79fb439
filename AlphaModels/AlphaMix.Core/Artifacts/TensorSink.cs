namespace AlphaMix.Core.Artifacts;

/// <summary>Takes a tensor.</summary>
/// <param name="name">Its name.</param>
/// <param name="shape">Its dimensions, outermost first.</param>
/// <param name="values">Its values, row-major.</param>
internal delegate void TensorSink(string name, int[] shape, ReadOnlySpan<float> values);
