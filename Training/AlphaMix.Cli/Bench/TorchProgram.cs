namespace AlphaMix.Cli.Bench;

/// <summary>One of our PyTorch programs, found and ready to be started.</summary>
/// <param name="Python">A Python that has PyTorch.</param>
/// <param name="Script">The program.</param>
internal sealed record TorchProgram(string Python, string Script)
{
    /// <summary>Starts it; see <see cref="TorchPeer.Start"/>.</summary>
    public TorchPeer Start(int hidden, int batch) => TorchPeer.Start(Python, Script, hidden, batch);
}
