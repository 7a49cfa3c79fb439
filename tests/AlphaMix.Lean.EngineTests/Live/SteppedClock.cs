using System.Globalization;

namespace AlphaMix.Lean.EngineTests.Live;

/// <summary>
/// The clock of a process under libfaketime: it runs at true speed, and leaps ahead when it is told to. libfaketime reads from a file how
/// many seconds to add to the machine's clock.
/// </summary>
internal sealed class SteppedClock(string file)
{
    /// <summary>The variable that names the file.</summary>
    public const string FileVariable = "FAKETIME_TIMESTAMP_FILE";

    /// <summary>Gets the clock of this process; null where it cannot leap.</summary>
    public static SteppedClock? Own => Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file ? new(file) : null;

    /// <summary>Sets the time at which a process that is about to start begins.</summary>
    public void Start(DateTime utc) => Write((utc - DateTime.UtcNow).TotalSeconds);

    /// <summary>Leaps ahead, in the process itself.</summary>
    public void LeapTo(DateTime utc) =>
        Write(double.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) + (utc - DateTime.UtcNow).TotalSeconds);

    private void Write(double seconds)
    {
        // A file that is half written would end the process.
        var next = file + ".next";
        File.WriteAllText(next, seconds.ToString("+0.000000;-0.000000", CultureInfo.InvariantCulture));
        File.Move(next, file, overwrite: true);
    }
}
