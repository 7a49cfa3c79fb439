namespace QuantConnect.Indicators;

public enum MovingAverageType
{
    Simple = 0,
    Exponential = 1,
    Wilders = 2,
    LinearWeightedMovingAverage = 3,
    DoubleExponential = 4,
    TripleExponential = 5,
    Triangular = 6,
    T3 = 7,
    Kama = 8,
    Hull = 9,
    Alma = 10,
    Zlema = 11,
    MGD = 12
}
