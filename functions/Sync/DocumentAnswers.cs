using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Sync;

/// <summary>What a change to one document is answered with.</summary>
internal static class DocumentAnswers
{
    public static IResult Of(string id, ChangeResult result) => result.Status switch
    {
        ChangeStatus.Rejected => new ProblemResult(Problems.From(result)),
        ChangeStatus.Stale => new ProblemResult(Problems.Stale(result)),
        _ => new Tagged(result.Version, TypedResults.Json(new ChangedView(id, result.Version), SyncContracts.Default.ChangedView)),
    };
}
