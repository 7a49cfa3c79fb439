using System.Globalization;
using AlphaMix.Core.Pools;
using AlphaMix.Training.Groups;
using AlphaMix.Training.Runs;
using Spectre.Console;

namespace AlphaMix.Cli.Console;

/// <summary>
/// Shows a run's progress: a bar with the time left in a terminal, plain lines elsewhere; both with the best validation figures so far.
/// </summary>
public sealed class RunProgress : ITrainingObserver
{
    private const int PlainSteps = 10;

    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private ProgressContext? _context;
    private ProgressTask? _task;
    private TrainingStage _stage;
    private double _work;
    private double _done;
    private int _nextStep;
    private int _groups;
    private long _started;
    private GroupRecord? _best;

    private RunProgress(Terminal terminal, TimeProvider clock)
    {
        _terminal = terminal;
        _clock = clock;
    }

    /// <summary>Runs work and shows its progress.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="clock">Measures the time left.</param>
    /// <param name="work">The work; it reports to the observer it is given.</param>
    public static T Show<T>(Terminal terminal, TimeProvider clock, Func<ITrainingObserver, T> work)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        ArgumentNullException.ThrowIfNull(work);
        var progress = new RunProgress(terminal, clock);
        if (!terminal.IsInteractive)
            return work(progress);
        return terminal.Ansi.Progress()
            .AutoClear(false)
            .HideCompleted(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new RemainingTimeColumn())
            .Start(context =>
            {
                progress._context = context;
                return work(progress);
            });
    }

    /// <inheritdoc/>
    public void StageStarted(TrainingStage stage, double work)
    {
        lock (_lock)
        {
            _task?.StopTask();
            (_stage, _work, _done, _nextStep, _groups) = (stage, work, 0, 1, 0);
            _started = _clock.GetTimestamp();
            if (_context is null)
                _terminal.Line($"{Name(stage)} ...");
            else
                _task = _context.AddTask(Name(stage), maxValue: Math.Max(work, 1));
            if (work == 0)
                _task?.Increment(1);
        }
    }

    /// <inheritdoc/>
    public void Advanced(double work)
    {
        lock (_lock)
        {
            _done += work;
            _task?.Increment(work);
            while (_context is null && _work > 0 && _done >= _work * _nextStep / PlainSteps * 0.9999 && _nextStep <= PlainSteps)
            {
                if (_done < _work * (_nextStep + 1) / PlainSteps * 0.9999 || _nextStep == PlainSteps)
                    _terminal.Line(PlainLine());
                _nextStep++;
            }
        }
    }

    /// <inheritdoc/>
    public void GroupFinished(TrainedGroup group, bool fromCheckpoint)
    {
        ArgumentNullException.ThrowIfNull(group);
        lock (_lock)
        {
            _groups++;
            if (_best is null || group.Record.ValidationProfit > _best.ValidationProfit)
                _best = group.Record;
            if (_task is not null)
                _task.Description = $"{Name(_stage)}: {_groups} groups done, {Best()}".EscapeMarkup();
        }
    }

    /// <inheritdoc/>
    public void Note(string message)
    {
        lock (_lock)
            _terminal.Ansi.WriteLine(message);
    }

    private string PlainLine()
    {
        var share = Math.Min(1, _done / _work);
        var elapsed = _clock.GetElapsedTime(_started).TotalSeconds;
        var left = share > 0 ? elapsed * (1 - share) / share : 0;
        var groups = _stage is TrainingStage.Search or TrainingStage.Pool ? $", {_groups} groups done, {Best()}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Name(_stage)} {100 * share,3:0} %, {left:0} s left{groups}");
    }

    private string Best() => _best is null
        ? "no validation figure yet"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"best validation profit {100 * _best.ValidationProfit:+0.0;-0.0} % at accuracy {_best.ValidationAccuracy:0.000}");

    private static string Name(TrainingStage stage) => stage switch
    {
        TrainingStage.Data => "features",
        TrainingStage.Search => "search",
        TrainingStage.Pool => "pool",
        TrainingStage.Experiment => "experiment",
        _ => "routers"
    };
}
