using AlphaMix.Cli.Console;
using AlphaMix.Testing;

namespace AlphaMix.Cli.Tests.Commands;

/// <summary>What <c>alphamix new lean</c> refuses; what it writes is tried with the installed tool.</summary>
[TestFixture]
public class NewLeanCommandTests
{
    [Test]
    public void UsedFolder_IsRefused_AndLeftAsItIs()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.txt"], "mine");

        var outcome = Alphamix.Run("new", "lean", folder.Root);

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.Contain("the folder is not empty"));
        Assert.That(Directory.GetFileSystemEntries(folder.Root), Is.EqualTo(new[] { folder["mine.txt"] }));
    }

    [TestCase("my strategy")]
    [TestCase("2Fast")]
    [TestCase("../Outside")]
    [TestCase("Data")]
    public void Name_ThatIsNoClassName_IsRefused(string name)
    {
        using var folder = new TemporaryFolder();

        var outcome = Alphamix.Run("new", "lean", folder["new"], "--name", name);

        Assert.That(outcome.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(outcome.Error, Does.Contain($"--name {name}"));
        Assert.That(folder["new"], Does.Not.Exist);
    }
}
