using System.Globalization;

namespace FitServerless.Files;

/// <summary>Where a file stands in the list: its time, and its id where two have the same.</summary>
internal static class FileCursor
{
    public static string Of(StoredFile file) => file.CreatedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture) + file.Id;
}
