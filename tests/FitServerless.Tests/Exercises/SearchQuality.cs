using FitServerless.Exercises;

namespace FitServerless.Tests.Exercises;

/// <summary>How well the words find what was judged to be relevant, over the queries that were tuned on, or those that were held out.</summary>
internal sealed record SearchQuality(int Queries, double Ndcg, double Recall)
{
    public static SearchQuality Of(bool held)
    {
        var queries = JudgedQuery.All.Where(query => query.IsHeld == held).ToList();
        var found = queries.ConvertAll(query => (Query: query, Ids: ExerciseSearch.Find(new ExerciseQuery(query.Text)).Select(match => match.Id).ToList()));
        return new SearchQuality(queries.Count, found.Average(pair => pair.Query.Ndcg(pair.Ids)), found.Average(pair => pair.Query.Recall(pair.Ids)));
    }
}
