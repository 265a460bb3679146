using System.Text.Json.Serialization.Metadata;
using FitServerless.Coach;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Coach;

/// <summary>Outcomes of the coach as answers.</summary>
internal static class CoachAnswers
{
    /// <param name="impossible">The problem where the rules have no answer; 422 unless said.</param>
    public static IResult ToResult<T>(this CoachOutcome<T> outcome, JsonTypeInfo<T> contract, Problem? impossible = null) => outcome switch
    {
        CoachOutcome<T>.Limited => QuotaHeaders.TooMany(outcome.Standings),
        CoachOutcome<T>.Answered { Answer: var answer } => new QuotaHeaders(outcome.Standings, TypedResults.Json(answer, contract)),
        CoachOutcome<T>.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
        CoachOutcome<T>.SeeProfessional { Reason: var reason } => new ProblemResult(Problems.SeeProfessional(reason)),
        CoachOutcome<T>.Impossible { Reason: var reason } =>
            new QuotaHeaders(outcome.Standings, new ProblemResult(impossible ?? Problems.NothingFits(reason))),
        _ => throw new InvalidOperationException("Unknown outcome."),
    };
}
