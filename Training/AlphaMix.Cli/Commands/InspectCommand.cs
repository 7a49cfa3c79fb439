using System.CommandLine;
using System.Globalization;
using AlphaMix.Cli.Console;
using AlphaMix.Cli.Sessions;
using AlphaMix.Core.Pools;
using Spectre.Console;

namespace AlphaMix.Cli.Commands;

/// <summary><c>alphamix inspect POOL</c>: what is in an artifact.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var pool = Arguments.Pool();
        var json = Arguments.Json("the manifest");
        var extension = Arguments.Extensions();
        var command = new Command("inspect", "Say what is in a pool: spans, features, groups of networks and trees, routers.")
        {
            pool, json, extension
        };
        command.SetAction(parsed => Guard.Run(terminal, () =>
        {
            var artifact = PoolFile.Read(parsed.GetValue(pool)!, ExtensionLoader.Load(parsed.GetValue(extension)));
            Print(terminal, artifact.Manifest);
            if (parsed.GetValue(json) is { } file)
                File.WriteAllText(file, PoolFile.Manifest(parsed.GetValue(pool)!) + "\n");
            return ExitCode.Ok;
        }));
        return command;
    }

    private static void Print(Terminal terminal, PoolManifest manifest)
    {
        terminal.Line($"Trained on       {manifest.TrainedFrom:yyyy-MM-dd} .. {manifest.TrainedTo:yyyy-MM-dd}");
        terminal.Line($"Validated on     {manifest.ValidatedFrom:yyyy-MM-dd} .. {manifest.ValidatedTo:yyyy-MM-dd}");
        terminal.Line($"Fitted through   {manifest.FittedThrough:yyyy-MM-dd} (honest from the next day on)");
        terminal.Line(
            $"Universe         {manifest.Universe.Count} instruments, {manifest.Normalization} prices, bars "
                + $"{manifest.BarsFingerprint[..16]}");
        terminal.Line($"Features         {string.Join(' ', manifest.Features.Features.Select(feature => feature.Name))}");
        terminal.Line($"Windows          {manifest.Features.Window} {manifest.Features.Resolution} bars, {manifest.Scaler} scaler");
        terminal.Line($"Forecast         {manifest.Label.Name}, {manifest.Label.Horizon} day(s) ahead");
        terminal.Line($"Seed             {manifest.Seed}; library {manifest.LibraryVersion}");
        terminal.Line($"Validation uses  {string.Join(", ", manifest.ValidationUses.Select(use => $"{use.Key} {use.Value}"))}");
        if (manifest.AsNeeded is { } routed)
            terminal.Line(
                $"Router R         groups {string.Join(", ", routed.Groups)}; asks on for "
                    + $"{string.Join(", ", routed.OnRates.Select(rate => rate.ToString("P0", CultureInfo.InvariantCulture)))}; omega "
                    + $"{string.Join(", ", routed.Omega.Select(omega => omega.ToString("0.00", CultureInfo.InvariantCulture)))}; target "
                    + $"{routed.Target}");
        if (manifest.Selection is { } selection)
        {
            var weights = selection.Groups.Zip(
                selection.MixtureWeights, (group, weight) => string.Create(CultureInfo.InvariantCulture, $"group {group} {weight:P0}"));
            terminal.Line($"Router W         {string.Join(", ", weights)}");
        }

        if (manifest.Soup is { } soup)
            terminal.Line($"Router S         groups {string.Join(", ", soup.Ingredients)} of {soup.Candidates} candidates");
        foreach (var router in manifest.Routers)
            terminal.Line($"Router           {Text(router)}");
        foreach (var forecaster in manifest.Forecasters)
            terminal.Line($"Forecaster       {Text(forecaster)}");
        for (var g = 0; g < manifest.TreeGroups.Count; g++)
            terminal.Line($"Tree group {manifest.Groups.Count + g,-5} {Text(manifest.TreeGroups[g])}");
        terminal.Ansi.Write(Groups(manifest));
    }

    private static string Text(ExtensionRecord extension) =>
        $"{extension.Name} {extension.Version}{(extension.Parameters.Count > 0 ? $": {extension.Parameters}" : "")}; "
        + $"{extension.Tensors.Sum(tensor => tensor.Shape.Aggregate(1L, (product, size) => product * size))} numbers";

    private static string Text(TreeGroupRecord group) => string.Create(
        CultureInfo.InvariantCulture,
        $"{group.Trees} trees {group.Growth}, depth {group.MaxDepth}, rate {group.Rate}, {group.Nodes} nodes; val. loss "
            + $"{group.ValidationLoss:0.0000}, acc. {group.ValidationAccuracy:0.000}, profit {100 * group.ValidationProfit:+0.0;-0.0} %");

    private static Table Groups(PoolManifest manifest)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (name, right) in new[] { ("group", true), ("hidden", true), ("experts", true), ("batch", true), ("lr", true),
            ("start", true), ("epoch", true), ("val. loss", true), ("val. acc.", true), ("val. profit", true) })
            table.AddColumn(new TableColumn(name) { Alignment = right ? Justify.Right : Justify.Left });
        for (var g = 0; g < manifest.Groups.Count; g++)
        {
            var group = manifest.Groups[g];
            table.AddRow(
                Text(g), Text(group.Shape.HiddenSize), Text(group.Shape.Experts), Text(group.BatchSize), Text(group.LearningRate),
                Text(group.Initialisation),
                Text(group.Epoch), Text(group.ValidationLoss, "0.0000"), Text(group.ValidationAccuracy, "0.000"),
                Text(100 * group.ValidationProfit, "+0.0;-0.0") + " %");
        }

        return table;
    }

    private static string Text(IFormattable value, string? format = null) => value.ToString(format, CultureInfo.InvariantCulture);
}
