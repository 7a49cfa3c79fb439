using System.Runtime.InteropServices;
using AlphaMix.Cli.Bench;
using AlphaMix.Core.Trees;
using AlphaMix.Testing;
using AlphaMix.Training.Tests.Trees;
using AlphaMix.Training.Trees;

namespace AlphaMix.Cli.Tests.Bench;

/// <summary>Our trees against XGBoost's and scikit-learn's: the same losses on samples that none has seen.</summary>
[TestFixture]
public class TreeAgreementTests
{
    private const int Draws = 6;
    private const int Trained = 3_000;
    private const int Judged = 5_000;

    // XGBoost keeps scores in single precision; where bins are the same, nothing else differs.
    private const double Rounding = 1e-4;

    private static readonly TreeOptions Common = new() { Trees = 100, Rate = 0.1 };

    private static IEnumerable<TestCaseData> Cases =>
        from problem in TreeProblem.All
        from peer in new[] { ("xgboost", TreeGrowth.ByLeaf), ("xgboost", TreeGrowth.ByDepth), ("sklearn", TreeGrowth.ByLeaf) }
        select new TestCaseData(problem, peer.Item1, peer.Item2).SetName($"{problem}, {peer.Item1}, {peer.Item2}");

    [TestCaseSource(nameof(Cases))]
    public void Train_HasTheLossOfOtherLibraries(object which, string library, object growth)
    {
        if (PythonProgram.Find(AlphaMix.Testing.Repository.Root, "boosting.py", library, $"python3-{library}", out var reason) is not { } program)
        {
            Assert.Ignore(reason);
            return;
        }

        var problem = (TreeProblem)which;
        var options = Options(problem.Loss, library, (TreeGrowth)growth);
        TreeSamples[] samples = [.. Enumerable.Range(0, Draws).Select(draw => problem.Samples(Trained, seed: draw))];
        var judged = problem.Samples(Judged, seed: -1);

        var theirs = Array.ConvertAll(Forecasts(program, library, options, samples, judged), scores => Loss(problem, scores, judged));
        var ours = Array.ConvertAll(
            samples, each => Loss(problem, TreeLosses.Scores(new TreeBooster(options, 1).Train(each), judged), judged));

        var differences = ours.Zip(theirs, (x, y) => x - y).ToArray();
        TestContext.Out.WriteLine(FormattableString.Invariant(
            $"| {problem} | {library} | {growth} | {ours.Average():0.0000} | {theirs.Average():0.0000} | {differences.Average():0.0000} ± {Error(differences):0.0000} |"));
        Assert.That(differences.Average(), Is.Zero.Within(3 * Error(differences) + Rounding * theirs.Average()));
    }

    private static double Loss(TreeProblem problem, double[] scores, TreeSamples judged) =>
        TreeLosses.Mean(problem.Loss, scores, judged.Targets);

    private static TreeOptions Options(TreeLoss loss, string library, TreeGrowth growth)
    {
        var options = Common with { Loss = loss, Growth = growth };
        if (growth == TreeGrowth.ByDepth)
            options = options with { MaxDepth = 5, MaxLeaves = 0, L1 = 0.5, L2 = 1 };
        // XGBoost knows no number of samples, only a sum of second derivatives.
        return library == "xgboost" && loss == TreeLoss.Log ? options with { MinLeafSamples = 1, MinLeafHessian = 5 } : options;
    }

    private static double[][] Forecasts(
        PythonProgram program, string library, TreeOptions options, TreeSamples[] samples, TreeSamples judged)
    {
        using var folder = new TemporaryFolder();
        string[] data = [.. samples.Select((_, draw) => folder[$"data-{draw}"])];
        string[] forecasts = [.. samples.Select((_, draw) => folder[$"forecasts-{draw}"])];
        for (var draw = 0; draw < samples.Length; draw++)
            File.WriteAllBytes(data[draw], MemoryMarshal.AsBytes<float>([.. samples[draw].Rows, .. samples[draw].Targets, .. judged.Rows]).ToArray());
        var settings = FormattableString.Invariant(
            $"""
            --library={library} --rows={Trained} --columns={judged.WindowSize} --loss={options.Loss} --growth={options.Growth} --trees={options.Trees}
            --rate={options.Rate} --depth={options.MaxDepth} --leaves={options.MaxLeaves} --samples={options.MinLeafSamples}
            --hessian={options.MinLeafHessian} --l1={options.L1} --l2={options.L2}
            """);
        program.Run(["--data", .. data, "--out", .. forecasts, .. settings.Split((char[])[' ', '\n'])]);
        return Array.ConvertAll(forecasts, path => MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(path)).ToArray());
    }

    /// <summary>Returns the standard error of a mean.</summary>
    private static double Error(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1.0) / values.Length);
    }
}
