using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <summary>What a workout must look like to be taken.</summary>
public static class WorkoutRules
{
    public const int MaxTitle = 200;
    public const int MaxNotes = 20_000;
    public const int MaxSportType = 50;
    public const int MaxSummary = 16 * 1024;

    /// <summary>A year; nobody trains longer.</summary>
    public const int MaxDurationSeconds = 366 * 24 * 3600;

    /// <summary>Messages by member; empty when the edit is fine.</summary>
    public static Dictionary<string, string[]> Check(WorkoutEdit edit)
    {
        var errors = new Dictionary<string, string[]>();
        Check(edit.Id is null || DocumentIds.IsValid(edit.Id), "id", $"1 to {DocumentIds.MaxLength} characters, none of / \\ # ? ' \" or controls.");
        Check(
            edit.LocalId is null || DocumentIds.IsValidLocalId(edit.LocalId),
            "localId",
            $"1 to {DocumentIds.MaxLocalIdLength} characters, no controls.");
        Check(edit.Title is null or { Length: <= MaxTitle }, "title", $"At most {MaxTitle} characters.");
        Check(edit.Notes is null or { Length: <= MaxNotes }, "notes", $"At most {MaxNotes} characters.");
        Check(IsSportType(edit.SportType), "sportType", $"1 to {MaxSportType} characters, no controls.");
        Check(edit.DurationSeconds is null or (>= 0 and <= MaxDurationSeconds), "durationSeconds", $"0 to {MaxDurationSeconds}.");
        Check(edit.EndedAt is null || edit.StartedAt is null || edit.EndedAt >= edit.StartedAt, "endedAt", "Not before startedAt.");
        Check(IsSummary(edit.Summary), "summary", $"A JSON object of at most {MaxSummary} bytes.");
        Check(!edit.Has(WorkoutMembers.StartedAt) || edit.StartedAt is not null, "startedAt", "A workout has a start.");
        return errors;

        void Check(bool valid, string member, string message)
        {
            if (!valid)
                errors[member] = [message];
        }
    }

    /// <summary>Stands in a column of its own, to filter lists by.</summary>
    private static bool IsSportType(string? sport) => sport is null || (sport is { Length: > 0 and <= MaxSportType } && !sport.Any(char.IsControl));

    private static bool IsSummary(JsonElement? summary) => summary is not { } value
        || (value.ValueKind == JsonValueKind.Object && JsonElementSize(value) <= MaxSummary);

    private static int JsonElementSize(JsonElement value) => System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value).Length;
}
