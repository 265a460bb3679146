using FitServerless.Accounts;

namespace FitServerless.Grants;

internal static class GrantRules
{
    /// <summary>Nobody has more trainers.</summary>
    public const int MaxGrants = 50;

    /// <summary>What is wrong with a request, by member.</summary>
    public static Dictionary<string, string[]> Check(GrantRequest request, Caller client, DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>();
        OtherPerson.Check(errors, ("trainerId", request.TrainerId), ("trainerEmail", request.TrainerEmail), client);
        if (request.Scopes is not { Count: > 0 and <= 2 } scopes || !scopes.All(GrantScopes.IsKnown))
            errors["scopes"] = [$"{GrantScopes.Read}, {GrantScopes.Write} or both."];
        if (request.ExpiresAt <= now)
            errors["expiresAt"] = ["A time to come."];
        return errors;
    }

    /// <param name="request">One that was found good.</param>
    public static Grant ToGrant(GrantRequest request, Caller client, DateTimeOffset now)
    {
        var (key, email) = OtherPerson.KeyOf(request.TrainerId, request.TrainerEmail);
        return new Grant
        {
            ClientId = client.Id,
            TrainerKey = key,
            TrainerEmail = email,
            Scopes = [.. request.Scopes!.Distinct().Order()],
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
        };
    }
}
