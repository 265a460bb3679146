namespace FitServerless.Accounts;

/// <summary>What somebody signed in with. The names are stored.</summary>
public enum SignInMethod
{
    Password,

    /// <summary>A link sent to the address.</summary>
    Link,
}
