using FitServerless.Accounts;

namespace FitServerless.Grants;

internal static class GrantRules
{
    /// <summary>Nobody has more trainers.</summary>
    public const int MaxGrants = 50;

    public static bool IsAccountId(string? text) => Guid.TryParseExact(text, "D", out var id) && text == id.ToString();

    /// <summary>What is wrong with a request, by member.</summary>
    public static Dictionary<string, string[]> Check(GrantRequest request, Caller client, DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>();
        if (request.TrainerId is not null == request.TrainerEmail is not null)
            errors["trainerEmail"] = ["Either trainerEmail or trainerId."];
        else if (request.TrainerId is { } id && (!IsAccountId(id) || id == client.Id))
            errors["trainerId"] = ["The id of another account."];
        else if (request.TrainerEmail is { } text && (!EmailAddress.TryNormalize(text, out var email) || email == client.Email))
            errors["trainerEmail"] = ["The e-mail address of another person."];
        if (request.Scopes is not { Count: > 0 and <= 2 } scopes || !scopes.All(GrantScopes.IsKnown))
            errors["scopes"] = [$"{GrantScopes.Read}, {GrantScopes.Write} or both."];
        if (request.ExpiresAt <= now)
            errors["expiresAt"] = ["A time to come."];
        return errors;
    }

    /// <param name="request">One that was found good.</param>
    public static Grant ToGrant(GrantRequest request, Caller client, DateTimeOffset now)
    {
        EmailAddress.TryNormalize(request.TrainerEmail, out var email);
        return new Grant
        {
            ClientId = client.Id,
            TrainerKey = request.TrainerId ?? EmailAddress.Key(email!),
            TrainerEmail = email,
            Scopes = [.. request.Scopes!.Distinct().Order()],
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        };
    }
}
