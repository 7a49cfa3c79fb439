namespace QuantConnect.Securities;

// Declared.
public class SecurityCache
{
}
