using AlphaMix.Core.Extensions;
using AlphaMix.Core.Portfolios;
using AlphaMix.Testing;

namespace AlphaMix.Core.Tests.Extensions;

/// <summary>Assemblies with extensions in a process without the trainer, as LEAN's: these tests have Core alone beside them.</summary>
[TestFixture]
public sealed class ExtensionAssemblyTests
{
    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void Create() => _folder = new TemporaryFolder();

    [OneTimeTearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public void Assembly_WithoutTheTrainer_GivesTheNamesThatDoNotNeedIt()
    {
        var extensions = BuiltIn.Extensions.WithAssembly(Build("Both", """
            public sealed class ForLean : IExtension
            {
                public ExtensionSet Extend(ExtensionSet extensions) => extensions.With<PortfolioRuleFactory>(Helper.Name, EqualWeight.Create);
            }

            public sealed class ForTraining : IExtension
            {
                public ExtensionSet Extend(ExtensionSet extensions) => extensions.With<ILabel>("above", new Above());
            }

            public sealed class Above : ILabel;
            """));

        Assert.That(
            extensions.Names<PortfolioRuleFactory>().Except(BuiltIn.Extensions.Names<PortfolioRuleFactory>()), Is.EqualTo(new[] { "fromBeside" }),
            "the name stands in a library beside the assembly");
    }

    [Test]
    public void Assembly_OfWhichEveryClassNeedsTheTrainer_SaysSo()
    {
        var path = Build("Trained", """
            public sealed class ForBoth : IExtension
            {
                public ExtensionSet Extend(ExtensionSet extensions) => extensions
                    .With<PortfolioRuleFactory>("mine", EqualWeight.Create)
                    .With<ILabel>("above", new Above());
            }

            public sealed class Above : ILabel;
            """);

        Assert.That(
            () => BuiltIn.Extensions.WithAssembly(path),
            Throws.ArgumentException.With.Message.StartsWith($"{path}: ForBoth needs AlphaMix.Training, which is not here."));
    }

    [Test]
    public void File_ThatCannotBeUsed_IsNamed()
    {
        var text = _folder["text.dll"];
        File.WriteAllText(text, "no assembly");
        var core = typeof(IExtension).Assembly.Location;

        Assert.Multiple(() =>
        {
            Assert.That(() => BuiltIn.Extensions.WithAssembly("none.dll"), Throws.ArgumentException.With.Message.StartsWith("none.dll: no such file."));
            Assert.That(() => BuiltIn.Extensions.WithAssembly(text), Throws.ArgumentException.With.Message.StartsWith($"{text}: "));
            Assert.That(
                () => BuiltIn.Extensions.WithAssembly(core),
                Throws.ArgumentException.With.Message.EqualTo($"{core}: expected a public class that implements IExtension, found none."));
        });
    }

    /// <summary>Builds an assembly against a trainer, and a library of its own that lies beside it, without leaving the trainer there.</summary>
    private string Build(string name, string code)
    {
        var trainer = Project($"{name}/trainer", "AlphaMix.Training", "namespace AlphaMix.Training.Panels; public interface ILabel;");
        var helper = Project($"{name}/helper", $"{name}.Helper", "public static class Helper { public static string Name => \"fromBeside\"; }");
        const string usings = "using AlphaMix.Core.Extensions; using AlphaMix.Core.Portfolios; using AlphaMix.Training.Panels;";
        var path = Project($"{name}/extension", name, usings + code, trainer, helper);
        File.Copy(helper, Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(helper)));
        return path;
    }

    private string Project(string folder, string name, string code, params string[] references)
    {
        Directory.CreateDirectory(_folder[folder]);
        File.WriteAllText(Path.Combine(_folder[folder], "Code.cs"), code);
        File.WriteAllText(Path.Combine(_folder[folder], $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><Reference Include="$(AlphaMix)/AlphaMix.Core.dll;{string.Join(';', references)}" Private="false" /></ItemGroup>
            </Project>
            """);
        return OutsideAssembly.Build(_folder[folder], name);
    }
}
