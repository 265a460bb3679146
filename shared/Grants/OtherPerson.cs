using System.Diagnostics.CodeAnalysis;
using FitServerless.Accounts;

namespace FitServerless.Grants;

/// <summary>
/// Whom somebody lets at something of theirs, as requests name them: by the id of an account or by an address, which is never looked up.
/// </summary>
internal static class OtherPerson
{
    public static bool IsAccountId([NotNullWhen(true)] string? text) => Guid.TryParseExact(text, "D", out var id) && text == id.ToString();

    /// <summary>Adds what is wrong with the two members, of which there is to be one.</summary>
    public static void Check(
        Dictionary<string, string[]> errors, (string Member, string? Value) id, (string Member, string? Value) address, Caller caller)
    {
        if (id.Value is not null == address.Value is not null)
            errors[address.Member] = [$"Either {address.Member} or {id.Member}."];
        else if (id.Value is { } account && (!IsAccountId(account) || account == caller.Id))
            errors[id.Member] = ["The id of another account."];
        else if (address.Value is { } text && (!EmailAddress.TryNormalize(text, out var email) || email == caller.Email))
            errors[address.Member] = ["The e-mail address of another person."];
    }

    /// <summary>What their part is stored under, and the address if it is by that.</summary>
    public static (string Key, string? Email) KeyOf(string? id, string? address)
    {
        EmailAddress.TryNormalize(address, out var email);
        return (id ?? EmailAddress.Key(email!), email);
    }
}
