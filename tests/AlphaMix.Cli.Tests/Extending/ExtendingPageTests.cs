using System.Text.RegularExpressions;
using AlphaMix.Testing;

namespace AlphaMix.Cli.Tests.Extending;

/// <summary>docs/extending.md shows the files that the tests compile, and all of them.</summary>
[TestFixture]
public partial class ExtendingPageTests
{
    [Test]
    public void Page_ShowsEveryFileAsItIs()
    {
        var page = File.ReadAllText(Path.Combine(AlphaMix.Testing.Repository.Root, "docs", "extending.md"));
        var shown = Shown().Matches(page).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        var files = Directory.GetFiles(OutsideAssembly.Source).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

        Assert.That(shown, Is.EquivalentTo(files));
    }

    [GeneratedRegex(@"\[`([A-Za-z.]+)`\]\(examples/extension/\1\):\n\n```[a-z]+\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
