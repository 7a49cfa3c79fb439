using System.Globalization;
using AlphaMix.Core.Experts;
using AlphaMix.Core.Features;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;
using AlphaMix.Core.Signals;

namespace AlphaMix.Core.Artifacts;

/// <summary>What the values of a manifest must keep to, the same before writing and after reading. The first fault is thrown.</summary>
internal sealed class ManifestRules
{
    private const int MostGroups = 4096;
    private const int MostFeatures = 1024;
    private const int MostBars = 1 << 16;

    private readonly JsonContext _context;
    private readonly PoolManifest _manifest;

    private ManifestRules(PoolManifest manifest, JsonContext context)
    {
        _manifest = manifest;
        _context = context;
    }

    // What R and W choose from; a soup is made of networks alone.
    private int Members => _manifest.Groups.Count + _manifest.TreeGroups.Count;

    /// <summary>Checks a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="scaled">The instruments with moments of their own; null when the scaler has none.</param>
    /// <param name="context">Whose manifest it is.</param>
    /// <exception cref="ArtifactException">A value is out of its range, or two do not fit each other.</exception>
    public static void Check(PoolManifest manifest, IReadOnlyList<string>? scaled, JsonContext context)
    {
        var rules = new ManifestRules(manifest, context);
        rules.NotBlank("libraryVersion", manifest.LibraryVersion);
        rules.Features(manifest.Features);
        rules.Known("scaler.kind", manifest.Scaler);
        if (scaled is not null)
            rules.OrderedNames("scaler.instruments", scaled);
        rules.NotBlank("normalization", manifest.Normalization);
        rules.Label(manifest.Label);
        rules.OrderedNames("universe", manifest.Universe);
        rules.Dates();
        rules.Require(IsHash(manifest.BarsFingerprint), "barsFingerprint", manifest.BarsFingerprint, "64 lower-case hexadecimal digits");
        rules.Within("topK", manifest.TopK, 1, int.MaxValue);
        rules.Groups();
        TreeGroupFields.Check(manifest, context);
        if (manifest.AsNeeded is { } asNeeded)
            rules.AsNeeded(asNeeded);
        if (manifest.Selection is { } selection)
            rules.Selection(selection);
        if (manifest.Soup is { } soup)
            rules.Soup(soup);
        rules.Portfolio();
        ExtensionFields.Check(manifest, context);
        foreach (var (purpose, count) in manifest.ValidationUses)
        {
            rules.NotBlank("validationUses", purpose);
            rules.Within($"validationUses.{purpose}", count, 0, int.MaxValue);
        }
    }

    private void Features(FeatureSpec spec)
    {
        Known("features.resolution", spec.Resolution);
        Within("features.window", spec.Window, 1, MostBars);
        Within("features.features.length", spec.Features.Count, 1, MostFeatures);
        Require(
            spec.IsAlike, "features.features", "residual features among others",
            "residual features alone, of daily bars and adjusted prices");
        for (var f = 0; f < spec.Features.Count; f++)
        {
            var path = $"features.features[{f}]";
            var feature = spec.Features[f];
            NotBlank($"{path}.name", feature.Name);
            Require(spec.Features.Count(twin => twin.Name == feature.Name) == 1, $"{path}.name", feature.Name, "a name of its own");
            NotBlank($"{path}.kind", feature.Function.Name);
            var isOwn = FeatureFunctions.Find(feature.Function.Name) is not { } known || known == feature.Function;
            Require(isOwn, $"{path}.kind", feature.Function.Name, "another name: this one is a function of the library");
            Known($"{path}.source", feature.Source);
            Within($"{path}.lookback", feature.Lookback, Math.Max(1, feature.Function.LeastLookback), MostBars);
        }
    }

    private void Label(LabelSpec label)
    {
        NotBlank("label.kind", label.Name);
        Within("label.horizon", label.Horizon, 1, MostBars);
        Within("label.reach", label.Reach, 1, 2 * MostBars);
        var known = LabelSpec.Find(label.Name, label.Horizon) ?? label;
        Require(label == known, "label.kind", $"{label}", $"{known}, the label of that name");
    }

    private void Dates()
    {
        Ascending("trainedTo", _manifest.TrainedTo, "trainedFrom", _manifest.TrainedFrom);
        Require(
            _manifest.ValidatedFrom > _manifest.TrainedTo,
            "validatedFrom",
            Text(_manifest.ValidatedFrom),
            $"a date after trainedTo, {Text(_manifest.TrainedTo)}");
        Ascending("validatedTo", _manifest.ValidatedTo, "validatedFrom", _manifest.ValidatedFrom);
        Ascending("fittedThrough", _manifest.FittedThrough, "validatedTo", _manifest.ValidatedTo);
    }

    private void Groups()
    {
        Within("groups.length", _manifest.Groups.Count, 1, MostGroups);
        for (var g = 0; g < _manifest.Groups.Count; g++)
            Group($"groups[{g}]", _manifest.Groups[g]);
    }

    private void Group(string path, GroupRecord group)
    {
        Within($"{path}.ordinal", group.Ordinal, 0, int.MaxValue);
        Within($"{path}.initialisation", group.Initialisation, 0, int.MaxValue);
        Shape($"{path}.shape", group.Shape);
        Within($"{path}.batchSize", group.BatchSize, 1, int.MaxValue);
        Require(
            double.IsFinite(group.LearningRate) && group.LearningRate > 0, $"{path}.learningRate", Text(group.LearningRate),
            "a positive number");
        Within($"{path}.epoch", group.Epoch, 1, int.MaxValue);
        NotNegative($"{path}.trainingLoss", group.TrainingLoss);
        NotNegative($"{path}.validationLoss", group.ValidationLoss);
        Share($"{path}.validationAccuracy", group.ValidationAccuracy);
        Require(double.IsFinite(group.ValidationProfit), $"{path}.validationProfit", Text(group.ValidationProfit), "a finite number");
    }

    private void Shape(string path, GroupShape shape)
    {
        try
        {
            shape.Validate();
        }
        catch (ArgumentException exception)
        {
            throw _context.Fault($"{ManifestReader.Name}.{path}", $"{shape}", $"a valid shape ({exception.Message.TrimEnd('.')})");
        }

        var spec = _manifest.Features;
        var inputSize = (long)spec.Window * spec.RowSize;
        Require(
            shape.InputSize == inputSize,
            $"{path}.inputSize",
            $"{shape.InputSize}",
            $"{inputSize}, {spec.Window} rows of {spec.RowSize} features");
    }

    private void AsNeeded(AsNeededRecord record)
    {
        Indices("asNeeded.groups", record.Groups, Members);
        Known("asNeeded.target", record.Target);
        var routers = record.Groups.Count - 1;
        Count("asNeeded.omega", record.Omega, routers);
        Count("asNeeded.onRates", record.OnRates, routers);
        for (var k = 0; k < routers; k++)
        {
            Require(
                double.IsFinite(record.Omega[k]) && record.Omega[k] > 0, $"asNeeded.omega[{k}]", Text(record.Omega[k]),
                "a positive number");
            Share($"asNeeded.onRates[{k}]", record.OnRates[k]);
        }
    }

    private void Selection(SelectionRecord record)
    {
        Indices("selection.groups", record.Groups, Members);
        Count("selection.mixtureWeights", record.MixtureWeights, record.Groups.Count);
        var sum = 0.0;
        for (var g = 0; g < record.MixtureWeights.Count; g++)
        {
            Share($"selection.mixtureWeights[{g}]", record.MixtureWeights[g]);
            sum += record.MixtureWeights[g];
        }

        Require(Math.Abs(sum - 1) < 1e-5, "selection.mixtureWeights", $"the sum {Text(sum)}", "the sum 1");
    }

    private void Soup(SoupRecord record)
    {
        Indices("soup.ingredients", record.Ingredients, _manifest.Groups.Count);
        var shape = _manifest.Groups[record.Ingredients[0]].Shape;
        for (var i = 1; i < record.Ingredients.Count; i++)
        {
            var other = _manifest.Groups[record.Ingredients[i]].Shape;
            Require(other == shape, $"soup.ingredients[{i}]", $"a group of {other}", $"{shape}, as the first");
        }

        Within("soup.candidates", record.Candidates, record.Ingredients.Count, _manifest.Groups.Count);
    }

    private void Portfolio()
    {
        foreach (var fault in (_manifest.Rule as RankBuffer)?.Faults() ?? [])
            Require(false, "tradingRule", fault, "values in their ranges");
        if (_manifest.PriorWeight is not { } priorWeight)
            return;
        Share("tradingRule.priorWeight", priorWeight);
        Require(
            priorWeight == 0 || ReversalPrior.IsIn(_manifest.Features),
            "tradingRule.priorWeight",
            Text(priorWeight),
            $"0, or the features {string.Join(", ", ReversalPrior.Names)}");
    }

    private void Indices(string path, IReadOnlyList<int> groups, int count)
    {
        Require(groups.Count > 0, path, "none", "at least one group");
        for (var i = 0; i < groups.Count; i++)
        {
            Within($"{path}[{i}]", groups[i], 0, count - 1);
            Require(!groups.Take(i).Contains(groups[i]), $"{path}[{i}]", $"group {groups[i]} again", "each group once");
        }
    }

    private void OrderedNames(string path, IReadOnlyList<string> names)
    {
        Require(names.Count > 0, path, "none", "at least one instrument");
        for (var i = 0; i < names.Count; i++)
        {
            NotBlank($"{path}[{i}]", names[i]);
            Require(
                i == 0 || string.CompareOrdinal(names[i - 1], names[i]) < 0,
                $"{path}[{i}]",
                names[i],
                i == 0 ? "" : $"a name behind {names[i - 1]} in ordinal order");
        }
    }

    private void Count<T>(string path, IReadOnlyList<T> values, int expected) =>
        Require(values.Count == expected, path, $"{values.Count} values", $"{expected}");

    private void Within(string path, int value, int least, int most) => Require(
        value >= least && value <= most, path, $"{value}", most == int.MaxValue ? $"at least {least}" : $"{least} to {most}");

    private void NotNegative(string path, double value) =>
        Require(double.IsFinite(value) && value >= 0, path, Text(value), "a number, not negative");

    private void Share(string path, double value) => Require(value is >= 0 and <= 1, path, Text(value), "a share in [0, 1]");

    private void NotBlank(string path, string value) => Require(!string.IsNullOrWhiteSpace(value), path, $"\"{value}\"", "text");

    private void Known<T>(string path, T value)
        where T : struct, Enum => Require(Enum.IsDefined(value), path, $"{value}", $"one of {CamelCase.All<T>()}");

    private void Ascending(string path, DateOnly date, string earlierPath, DateOnly earlier) =>
        Require(date >= earlier, path, Text(date), $"{earlierPath}, {Text(earlier)}, or later");

    private void Require(bool holds, string path, string found, string expected)
    {
        if (!holds)
            throw _context.Fault($"{ManifestReader.Name}.{path}", found, expected);
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
