namespace AlphaMix.Evaluation.Markets;

/// <summary>At which price a decision is filled.</summary>
public enum FillRule
{
    /// <summary>
    /// At the close of the decision day itself, as in the paper: the close is in the features, so that it cannot quite be traded.
    /// </summary>
    Close,

    /// <summary>At the next day's open: what an order sent after the close gets.</summary>
    NextOpen
}
