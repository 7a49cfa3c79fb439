using AlphaMix.Cli.Lean;

namespace AlphaMix.Cli.Tests.Lean;

[TestFixture]
public class LeanProjectTests
{
    [TestCase("AlphaMixStrategy", "Algorithms")]
    [TestCase("HistoryExporter", "Algorithms")]
    [TestCase("RetrainingStrategy", "Retraining")]
    [TestCase("PoolRetrainer", "Algorithms")]
    [TestCase("Unheard", "Algorithms")]
    public void Find_GivesTheProjectWhoseFolderHasTheAlgorithm(string algorithm, string project)
    {
        var found = LeanProject.Find(AlphaMix.Testing.Repository.Root, algorithm);

        Assert.That(found.Name, Is.EqualTo(project));
        Assert.That(Path.Combine(found.Home, found.File), Does.Exist);
    }

    [Test]
    public void Find_WithoutAnAlgorithm_GivesTheStrategyOfTheFirstMainFile() =>
        Assert.That(LeanAlgorithm.Find(AlphaMix.Testing.Repository.Root, null).Name, Is.EqualTo("AlphaMixStrategy"));
}
