namespace QuantConnect.Securities;

// Trimmed, so nothing outside may implement it.
public interface IRegisteredSecurityDataTypesProvider
{
}

public class RegisteredSecurityDataTypesProvider : IRegisteredSecurityDataTypesProvider
{
    public static readonly IRegisteredSecurityDataTypesProvider Null = new RegisteredSecurityDataTypesProvider();
}
