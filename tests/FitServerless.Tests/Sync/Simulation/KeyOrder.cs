namespace FitServerless.Tests.Sync.Simulation;

/// <summary>Partition, then row, both by ordinal.</summary>
internal sealed class KeyOrder : IComparer<(string Partition, string Row)>
{
    public static readonly KeyOrder Instance = new();

    public int Compare((string Partition, string Row) x, (string Partition, string Row) y) =>
        string.CompareOrdinal(x.Partition, y.Partition) is var order && order != 0 ? order : string.CompareOrdinal(x.Row, y.Row);
}
