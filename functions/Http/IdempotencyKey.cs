using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>The <c>Idempotency-Key</c> of a creating <c>POST</c> (draft-ietf-httpapi-idempotency-key-header).</summary>
internal static class IdempotencyKey
{
    /// <exception cref="ProblemException">Given, and not usable.</exception>
    public static string? Read(HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
            return null;
        return DocumentIds.IsValidLocalId(key)
            ? key
            : throw new ProblemException(Problems.Invalid("Idempotency-Key", $"1 to {DocumentIds.MaxLocalIdLength} characters, no controls."));
    }

    /// <summary>The key came before, with another body.</summary>
    public static Problem Explain(Problem problem, string? key) => key is null || problem.Status != StatusCodes.Status409Conflict
        ? problem
        : problem with { Type = "idempotency-key-reused", Status = StatusCodes.Status422UnprocessableEntity, Title = "Key used before" };
}
