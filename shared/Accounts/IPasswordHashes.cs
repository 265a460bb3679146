namespace FitServerless.Accounts;

/// <summary>The framework's password hashing, which belongs to ASP.NET Core and so to the room above.</summary>
public interface IPasswordHashes
{
    string Hash(string password);

    PasswordCheck Check(string hash, string password);
}
