namespace QuantConnect.Orders.Fees;

// Trimmed, so nothing outside may implement it: derive from FeeModel. Fees are the engine's business; here they are declared.
public interface IFeeModel
{
}

public class FeeModel : IFeeModel
{
    public FeeModel()
    {
    }
}

public class ConstantFeeModel : FeeModel
{
    public ConstantFeeModel(decimal fee, string currency = "USD")
    {
        _ = (fee, currency);
    }
}
