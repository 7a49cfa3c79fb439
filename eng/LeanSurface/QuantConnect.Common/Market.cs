namespace QuantConnect;

public static class Market
{
    public const string USA = "usa";
}
