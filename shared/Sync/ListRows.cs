using Azure.Data.Tables;

namespace FitServerless.Sync;

/// <summary>The rows of lists: a summary of a document under its day.</summary>
internal static class ListRows
{
    public static TableEntity Of(string userId, string rowKey, byte[] summary, string? tag)
    {
        var row = new TableEntity(userId, rowKey);
        if (tag is not null)
            row["Tag"] = tag;
        BodyColumns.Set(row, summary);
        return row;
    }
}
