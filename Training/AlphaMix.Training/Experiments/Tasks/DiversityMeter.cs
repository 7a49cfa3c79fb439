using AlphaMix.Evaluation.Metrics;
using AlphaMix.Training.Experiments.Results;

namespace AlphaMix.Training.Experiments.Tasks;

/// <summary>Measures how often the members of an ensemble decide differently.</summary>
internal static class DiversityMeter
{
    /// <summary>Compares members by their logits.</summary>
    /// <param name="ensemble">Whose members.</param>
    /// <param name="members">Per member, (samples x 2).</param>
    public static DiversityRecord MeasureLogits(string ensemble, IReadOnlyList<float[]> members) =>
        Measure(ensemble,
            [.. members.Select(logits => Enumerable.Range(0, logits.Length / 2).Select(i => logits[2 * i + 1] > logits[2 * i]).ToArray())]);

    /// <summary>Compares members by what they decide.</summary>
    /// <param name="ensemble">Whose members.</param>
    /// <param name="members">Per member and sample, whether it says up.</param>
    public static DiversityRecord Measure(string ensemble, IReadOnlyList<bool[]> members)
    {
        var samples = members[0].Length;
        var decisions = new byte[samples * members.Count];
        for (var m = 0; m < members.Count; m++)
        {
            for (var i = 0; i < samples; i++)
                decisions[i * members.Count + m] = members[m][i] ? (byte)1 : (byte)0;
        }

        var disagreement = Disagreement.From(decisions, members.Count);
        return new DiversityRecord(ensemble, members.Count, disagreement.Pairwise, disagreement.NonUnanimous);
    }

    /// <summary>Returns the mean over several ensembles of one size.</summary>
    public static DiversityRecord Mean(string ensemble, IReadOnlyList<DiversityRecord> each) =>
        new(ensemble, each[0].Members, each.Average(one => one.Pairwise), each.Average(one => one.NonUnanimous));
}
