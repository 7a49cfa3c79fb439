namespace QuantConnect;

// Declared.
public class Exchange
{
    internal Exchange()
    {
    }
}
