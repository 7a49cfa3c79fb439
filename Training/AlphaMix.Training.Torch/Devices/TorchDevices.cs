using System.Globalization;
using AlphaMix.Training.Backends;
using TorchSharp;

namespace AlphaMix.Training.Torch.Devices;

/// <summary>Opens devices by the names of the command line, and says what is missing where that fails.</summary>
internal static class TorchDevices
{
    /// <summary>Opens a device.</summary>
    /// <param name="options"><c>torch-cpu</c>, <c>cuda</c> or <c>cuda:N</c>; precision.</param>
    /// <exception cref="BackendException">libtorch, the driver or the device is not there.</exception>
    public static torch.Device Open(BackendOptions options) => options.Device == "torch-cpu" ? OpenCpu() : OpenCuda(options);

    // One thread: several steps' worth of small products go on side by side instead, and libgomp's waiting threads would stand in their
    // way.
    private static torch.Device OpenCpu()
    {
        Load("torch-cpu", DeviceType.CPU);
        torch.set_num_threads(1);
        return torch.CPU;
    }

    private static torch.Device OpenCuda(BackendOptions options)
    {
        var index = Index(options.Device);
        Load(options.Device, DeviceType.CUDA);
        var count = torch.cuda.device_count();
        if (index >= count)
            throw new BackendException($"--device {options.Device}: there are {count} CUDA devices, cuda:0 to cuda:{count - 1}.");
        // Products of float stay products of float unless asked: what is compared with the CPU must be comparable.
        torch.backends.cuda.matmul.allow_tf32 = options.MixedPrecision;
        torch.set_num_threads(1);
        return new torch.Device(DeviceType.CUDA, index);
    }

    private static int Index(string name)
    {
        if (name == "cuda")
            return 0;
        if (name.StartsWith("cuda:", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return index;
        throw new BackendException($"--device {name}: TorchSharp has torch-cpu, cuda and cuda:N.");
    }

    // TorchSharp says that libtorch cannot be loaded in several ways, some of them on the console.
    private static void Load(string name, DeviceType type)
    {
        var console = Console.Out;
        try
        {
            Console.SetOut(TextWriter.Null);
            if (torch.TryInitializeDeviceType(type))
                return;
        }
        catch (Exception fault) when (fault is NotSupportedException or DllNotFoundException or TypeInitializationException
            or BadImageFormatException or EntryPointNotFoundException or ArgumentNullException)
        {
            throw new BackendException(
                $"--device {name}: libtorch cannot be loaded ({FirstLine(fault)}). Build the backend with the TorchPackage of this "
                    + $"device, see docs/gpu.md.",
                fault);
        }
        finally
        {
            Console.SetOut(console);
        }

        throw new BackendException(
            $"--device {name}: libtorch finds no CUDA device. It needs an NVIDIA GPU, its driver (nvidia-smi shows both) and a backend "
                + $"built with a CUDA package, see docs/gpu.md.");
    }

    private static string FirstLine(Exception fault)
    {
        var innermost = fault.GetBaseException().Message.Trim();
        var end = innermost.IndexOf('\n', StringComparison.Ordinal);
        return (end < 0 ? innermost : innermost[..end]).TrimEnd('\r', '.');
    }
}
