using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace AlphaMix.Cli.Tests.Repository;

/// <summary>The repository root is a LEAN CLI workspace: what would break that is held here.</summary>
[TestFixture]
public class WorkspaceTests
{
    private static readonly string Root = AlphaMix.Testing.Repository.Root;

    private static IEnumerable<string> Projects => Directory
        .EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "runs"));

    [Test]
    public void LeanJson_IsStrictJson_WithADataFolderThatExists()
    {
        var json = JObject.Parse(File.ReadAllText(Path.Combine(Root, "lean.json")), new JsonLoadSettings { CommentHandling = CommentHandling.Load });

        Assert.Multiple(() =>
        {
            Assert.That(json.Descendants().Any(token => token.Type == JTokenType.Comment), Is.False, "LEAN's CLI rewrites the file and loses comments");
            Assert.That(Path.Combine(Root, (string)json["data-folder"]!), Does.Exist);
            Assert.That(json.ContainsKey("job-organization-id"));
        });
    }

    [TestCaseSource(nameof(Projects))]
    public void Project_SaysExactlyNet10_AndExcludesBuildFolders(string project)
    {
        var properties = XDocument.Load(Path.Combine(Root, project)).Descendants("PropertyGroup").Elements().ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(properties.Where(property => property.Name == "TargetFramework").Select(property => property.Value), Is.EqualTo(new[] { "net10.0" }));
            Assert.That(
                properties.Where(property => property.Name == "DefaultItemExcludes").Select(property => property.Value),
                Has.One.StartWith("$(DefaultItemExcludes);bin/**;obj/**"));
        });
    }

    [Test]
    public void BuildProps_ChainsToTheOneAbove_SoThatLeansContainerCanMoveObj() => Assert.That(
        File.ReadAllText(Path.Combine(Root, "Directory.Build.props")),
        Does.Contain("GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../')"));

    [Test]
    public void Solution_IsASln() => Assert.That(Path.Combine(Root, "AlphaMix.Lean.sln"), Does.Exist);
}
