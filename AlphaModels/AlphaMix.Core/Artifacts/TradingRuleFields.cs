using System.Text.Json;
using AlphaMix.Core.Pools;
using AlphaMix.Core.Portfolios;

namespace AlphaMix.Core.Artifacts;

/// <summary>
/// The rank buffer as format 2 spells it, in the field <c>tradingRule</c>; format 2 knows no other rule besides the daily one.
/// </summary>
internal static class TradingRuleFields
{
    /// <summary>
    /// Returns whether format 2 has what a manifest needs of rule and score: the plain daily rule of P(up), or a rank buffer of ranks.
    /// </summary>
    public static bool CanHold(PoolManifest manifest) => manifest.Rule switch
    {
        RankBuffer buffer => manifest.PriorWeight is not null && Math.Abs(1 / HoldOneIn(buffer) - buffer.HoldFraction) < 1e-12,
        DailyTopK daily => manifest.PriorWeight is null && daily == new DailyTopK { TopK = manifest.TopK },
        _ => false
    };

    /// <summary>Reads the fields.</summary>
    public static Stored Read(JsonFields fields)
    {
        var priorWeight = fields["priorWeight"].Number();
        var scoreDays = fields["scoreDays"].Integer();
        var minPositions = fields["fewestHeld"].Integer();
        var holdOneIn = fields["heldOneIn"];
        return new Stored(priorWeight, new RankBuffer
        {
            ScoreDays = scoreDays,
            MinPositions = minPositions,
            HoldFraction = holdOneIn.Integer() >= 1 ? 1.0 / holdOneIn.Integer() : throw holdOneIn.Fault("at least 1"),
            MaxTurnover = fields["maxTurnover"].Number(),
            LongShort = fields["longShort"].Flag(),
            MinUniverse = fields["fewestNames"].Integer(),
            MaxYearlyCost = fields["maxYearlyCost"].Number(),
            ExpectedTurnover = fields["expectedTurnover"].Number()
        });
    }

    /// <summary>Writes the fields.</summary>
    public static void Write(Utf8JsonWriter json, RankBuffer rule, double priorWeight)
    {
        json.WriteNumber("priorWeight", priorWeight);
        json.WriteNumber("scoreDays", rule.ScoreDays);
        json.WriteNumber("fewestHeld", rule.MinPositions);
        json.WriteNumber("heldOneIn", (int)HoldOneIn(rule));
        json.WriteNumber("maxTurnover", rule.MaxTurnover);
        json.WriteBoolean("longShort", rule.LongShort);
        json.WriteNumber("fewestNames", rule.MinUniverse);
        json.WriteNumber("maxYearlyCost", rule.MaxYearlyCost);
        json.WriteNumber("expectedTurnover", rule.ExpectedTurnover);
    }

    private static double HoldOneIn(RankBuffer rule) => Math.Round(1 / rule.HoldFraction);

    /// <summary>Rule and score of format 2.</summary>
    /// <param name="PriorWeight">Share of the prior in the score.</param>
    /// <param name="Rule">The rule.</param>
    internal sealed record Stored(double PriorWeight, RankBuffer Rule);
}
