using AlphaMix.Training.Forecasters;
using AlphaMix.Training.Groups;

namespace AlphaMix.Training.Backends;

/// <summary>
/// The entry point of an optional training library: a trainer of sets of groups, and baselines. An implementation is the only public class
/// of its assembly that has this interface, with a constructor without parameters; <see cref="BackendLoader"/> finds it.
/// </summary>
public interface ITrainingBackend
{
    /// <summary>Returns a trainer on a device.</summary>
    /// <param name="options">Device, threads, precision.</param>
    /// <exception cref="BackendException">The device, its driver or the backend's native library is not there.</exception>
    IGroupSetTrainer CreateTrainer(BackendOptions options);

    /// <summary>Returns the baselines of the paper's Table 3 that the backend brings.</summary>
    /// <param name="options">Device, threads, precision.</param>
    /// <exception cref="BackendException">The device, its driver or the backend's native library is not there.</exception>
    IReadOnlyList<IBaseline> CreateBaselines(BackendOptions options);
}
