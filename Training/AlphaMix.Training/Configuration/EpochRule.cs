namespace AlphaMix.Training.Configuration;

/// <summary>Which epoch's parameters a group keeps.</summary>
public enum EpochRule
{
    /// <summary>The last epoch's: the validation span is not used.</summary>
    Last,

    /// <summary>Those with the smallest validation loss.</summary>
    ValLoss,

    /// <summary>Those with the largest validation accuracy (the authors' code).</summary>
    ValAccuracy,

    /// <summary>Those with the largest validation profit.</summary>
    ValProfit
}
