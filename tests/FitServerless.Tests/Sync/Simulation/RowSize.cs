using Azure.Data.Tables;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>About what a row takes in a batch: names and values as JSON text, and its part's headers.</summary>
internal static class RowSize
{
    public static int Of(TableEntity row) => 500 + row.Sum(property => property.Key.Length + property.Value switch
    {
        string text => text.Length + 10,
        byte[] bytes => (bytes.Length / 3 * 4) + 40,
        _ => 40,
    });
}
