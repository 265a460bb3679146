using Azure.Data.Tables;
using FitServerless.Schedules.Runs;

namespace FitServerless.Schedules.Storage;

/// <summary>How those who were set aside are stored.</summary>
internal static class SetAsideRows
{
    public static string Partition(OccasionKind kind) => $"aside|{kind}";

    public static TableEntity ToRow(SetAside setAside) =>
        new(Partition(setAside.Due.Kind), $"{ScheduleText.Of(setAside.Due.Slot)}|{setAside.Due.UserId}")
        {
            [nameof(DueOccasion.LocalDate)] = ScheduleText.Of(setAside.Due.LocalDate),
            [nameof(SetAside.ErrorType)] = setAside.ErrorType,
            [nameof(SetAside.At)] = setAside.At,
        };

    public static SetAside FromRow(OccasionKind kind, TableEntity row)
    {
        var key = row.RowKey.Split('|', 2);
        var date = ScheduleText.Date(row.GetString(nameof(DueOccasion.LocalDate)));
        return new SetAside(
            new DueOccasion(kind, key[1], ScheduleText.Slot(key[0]), date, date),
            row.GetString(nameof(SetAside.ErrorType))!,
            row.GetDateTimeOffset(nameof(SetAside.At))!.Value);
    }
}
