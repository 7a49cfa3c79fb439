using AlphaMix.Training.Backends;
using AlphaMix.Training.Torch.Devices;
using TorchSharp;

namespace AlphaMix.Training.Torch.Tests.Devices;

[TestFixture]
public class TorchDevicesTests
{
    [Test]
    public void Open_TorchCpu_GivesTheCpuWithOneThread()
    {
        Assert.That(TorchCpu.Device.type, Is.EqualTo(DeviceType.CPU));
        Assert.That(torch.get_num_threads(), Is.EqualTo(1));
    }

    [TestCase("cuda:x")]
    [TestCase("cuda:-1")]
    [TestCase("mps")]
    public void Open_UnknownName_SaysWhichThereAre(string name) => Assert.That(
        () => TorchDevices.Open(new BackendOptions { Device = name }),
        Throws.TypeOf<BackendException>().With.Message.EqualTo($"--device {name}: TorchSharp has torch-cpu, cuda and cuda:N."));

    // On a machine with a GPU this reads the message about the number of devices instead.
    [Test]
    public void Open_DeviceThatIsNotThere_SaysWhatIsMissing() => Assert.That(
        () => TorchDevices.Open(new BackendOptions { Device = "cuda:99" }),
        Throws.TypeOf<BackendException>().With.Message.StartsWith("--device cuda:99: "));

    [TestCase("CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 7.93 GiB total capacity)", true)]
    [TestCase("[enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 8 bytes.", true)]
    [TestCase("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`", true)]
    [TestCase("The size of tensor a (3) must match the size of tensor b (4)", false)]
    public void OutOfMemory_IsToldByLibtorchsWords(string message, bool isFull) =>
        Assert.That(OutOfMemory.Is(new InvalidOperationException(message)), Is.EqualTo(isFull));

    // The device says so itself: no stub.
    [Test]
    public void OutOfMemory_OfTheCpuItself_IsRecognised() => Assert.That(
        () => torch.empty(1L << 50),
        Throws.Exception.Matches<Exception>(OutOfMemory.Is));
}
