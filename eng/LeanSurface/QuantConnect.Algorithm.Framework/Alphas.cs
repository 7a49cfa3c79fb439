using System.Collections.Generic;
using AlphaMix.LeanSurface;
using QuantConnect.Data;
using QuantConnect.Indicators;

namespace QuantConnect.Algorithm.Framework.Alphas;

// LEAN's own alpha models are declared: an algorithm can name them, the engine runs them.
public class EmaCrossAlphaModel : AlphaModel
{
    public EmaCrossAlphaModel(int fastPeriod = 12, int slowPeriod = 26, Resolution resolution = Resolution.Daily)
    {
    }

    public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data) => throw Declared.Only();
}

public class RsiAlphaModel : AlphaModel
{
    public RsiAlphaModel(int period = 14, Resolution resolution = Resolution.Daily)
    {
    }

    public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data) => throw Declared.Only();
}

public class MacdAlphaModel : AlphaModel
{
    public MacdAlphaModel(
        int fastPeriod = 12, int slowPeriod = 26, int signalPeriod = 9, MovingAverageType movingAverageType = MovingAverageType.Exponential,
        Resolution resolution = Resolution.Daily)
    {
    }

    public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data) => throw Declared.Only();
}

public class HistoricalReturnsAlphaModel : AlphaModel
{
    public HistoricalReturnsAlphaModel(int lookback = 1, Resolution resolution = Resolution.Daily)
    {
    }

    public override IEnumerable<Insight> Update(QCAlgorithm algorithm, Slice data) => throw Declared.Only();
}
