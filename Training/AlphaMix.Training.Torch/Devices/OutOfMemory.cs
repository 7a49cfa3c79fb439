using System.Runtime.InteropServices;
using AlphaMix.Training.Backends;

namespace AlphaMix.Training.Torch.Devices;

/// <summary>Tells a full device from other faults: libtorch has no exception of its own for it that reaches us, only its words.</summary>
internal static class OutOfMemory
{
    /// <summary>Returns whether a fault means that the device's memory is full.</summary>
    public static bool Is(Exception fault) =>
        fault is OutOfMemoryException
        || (fault is ExternalException or InvalidOperationException
            && (fault.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase)
                || fault.Message.Contains("can't allocate memory", StringComparison.OrdinalIgnoreCase)
                || fault.Message.Contains("CUBLAS_STATUS_ALLOC_FAILED", StringComparison.Ordinal)));

    /// <summary>What is said when nothing is left to split.</summary>
    public static BackendException For(string what, Exception fault) => new(
        $"{what} does not fit the device's memory alone. Free the device, take a smaller batch or hidden size, or use --device cpu.",
        fault);
}
