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
        _ => new Tagged(result.Version, new RawJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteNumber("version"u8, result.Version);
            writer.WriteEndObject();
        })),
    };
}
