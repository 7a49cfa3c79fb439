using System;

namespace QuantConnect.Algorithm.Framework.Alphas;

// Behaving.
public class InsightScore
{
    public InsightScore()
    {
    }

    public InsightScore(double direction, double magnitude, DateTime updatedTimeUtc)
    {
        Direction = direction;
        Magnitude = magnitude;
        UpdatedTimeUtc = updatedTimeUtc;
    }

    public double Direction { get; private set; }

    public double Magnitude { get; private set; }

    public DateTime UpdatedTimeUtc { get; private set; }

    public bool IsFinalScore { get; private set; }

    public void SetScore(InsightScoreType type, double value, DateTime algorithmUtcTime)
    {
        if (IsFinalScore)
            return;
        UpdatedTimeUtc = algorithmUtcTime;
        var bounded = Math.Clamp(value, 0, 1);
        if (type == InsightScoreType.Direction)
            Direction = bounded;
        else
            Magnitude = bounded;
    }

    public double GetScore(InsightScoreType type) => type == InsightScoreType.Direction ? Direction : Magnitude;

    public void Finalize(DateTime algorithmUtcTime)
    {
        UpdatedTimeUtc = algorithmUtcTime;
        IsFinalScore = true;
    }
}
