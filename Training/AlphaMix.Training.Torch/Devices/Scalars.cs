using TorchSharp;

namespace AlphaMix.Training.Torch.Devices;

/// <summary>
/// Numbers handed to TorchSharp's operations, held for good. TorchSharp (0.99 to 0.107) takes a number's native handle and lets go of the
/// object: a garbage collection at that moment frees it under the running operation, which then reads garbage or throws
/// "Expected false to be true". So no number is converted on the fly: constants are kept here or in static fields, others by <c>using</c>.
/// torch.optim's steps do convert on the fly; we use <see cref="Groups.StackAdam"/> instead.
/// </summary>
internal static class Scalars
{
    /// <summary>0.</summary>
    public static readonly Scalar Zero = 0f;

    /// <summary>1.</summary>
    public static readonly Scalar One = 1f;
}
