using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace AlphaMix.Training.Groups.Trainers;

/// <summary>
/// Trains groups on several threads: one thread one group, the costliest first. The result never depends on the number of threads.
/// </summary>
/// <param name="threads">Number of threads, at least 1.</param>
internal sealed class GroupScheduler(int threads)
{
    /// <summary>Runs a function for each job.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="cost">A job's cost, in any unit.</param>
    /// <param name="run">The function.</param>
    /// <param name="cancellation">Stops handing out jobs; the function must watch it too.</param>
    /// <returns>The results in the order of the jobs.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public TResult[] Run<TJob, TResult>(
        IReadOnlyList<TJob> jobs, Func<TJob, double> cost, Func<TJob, CancellationToken, TResult> run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var results = new TResult[jobs.Count];
        var queue = new ConcurrentQueue<int>(Enumerable.Range(0, jobs.Count).OrderByDescending(i => cost(jobs[i])));
        var faults = new ConcurrentQueue<Exception>();
        var workers = Enumerable.Range(0, Math.Min(threads, jobs.Count)).Select(_ => new Thread(Work)).ToArray();
        foreach (var worker in workers)
            worker.Start();
        foreach (var worker in workers)
            worker.Join();
        cancellation.ThrowIfCancellationRequested();
        if (faults.FirstOrDefault(fault => fault is not OperationCanceledException) is { } first)
            ExceptionDispatchInfo.Capture(first).Throw();
        return results;

        void Work()
        {
            try
            {
                while (!stop.IsCancellationRequested && queue.TryDequeue(out var i))
                    results[i] = run(jobs[i], stop.Token);
            }
#pragma warning disable CA1031 // Every fault of a thread is handed to the caller, after the other threads have stopped.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                faults.Enqueue(fault);
                stop.Cancel();
            }
        }
    }
}
