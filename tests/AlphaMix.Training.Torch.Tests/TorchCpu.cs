using AlphaMix.Training.Backends;
using AlphaMix.Training.Torch.Devices;
using AlphaMix.Training.Torch.Groups;
using static TorchSharp.torch;

namespace AlphaMix.Training.Torch.Tests;

/// <summary>The device that every machine with libtorch has.</summary>
internal static class TorchCpu
{
    public static readonly BackendOptions Options = new() { Device = "torch-cpu" };

    public static Device Device => TorchDevices.Open(Options);

    public static TorchGroupSetTrainer Trainer(int threads = 1) => new(Device, threads);
}
