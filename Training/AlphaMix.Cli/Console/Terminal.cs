using Spectre.Console;

namespace AlphaMix.Cli.Console;

/// <summary>Where a command writes. Tables and progress bars in a terminal, plain lines elsewhere.</summary>
public sealed class Terminal
{
    /// <summary>Initializes a new instance of the <see cref="Terminal"/> class.</summary>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives the one line that says what is wrong.</param>
    public Terminal(TextWriter output, TextWriter error)
    {
        Output = output;
        Error = error;
        IsInteractive = ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;
        Ansi = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Interactive = IsInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No
        });
        if (!IsInteractive)
            Ansi.Profile.Width = 160;
    }

    /// <summary>Gets the writer of results.</summary>
    public TextWriter Output { get; }

    /// <summary>Gets the writer of errors.</summary>
    public TextWriter Error { get; }

    /// <summary>Gets a value indicating whether a person watches.</summary>
    public bool IsInteractive { get; }

    /// <summary>Gets the console for tables and progress.</summary>
    public IAnsiConsole Ansi { get; }

    /// <summary>Writes one line as it is.</summary>
    public void Line(string text = "") => Output.WriteLine(text);
}
