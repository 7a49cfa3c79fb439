using System;

namespace QuantConnect.Algorithm.Framework.Alphas;

public class GeneratedInsightsCollection
{
    public GeneratedInsightsCollection(DateTime dateTimeUtc, Insight[] insights)
    {
        DateTimeUtc = dateTimeUtc;
        Insights = insights;
    }

    public DateTime DateTimeUtc { get; }

    public Insight[] Insights { get; }
}
