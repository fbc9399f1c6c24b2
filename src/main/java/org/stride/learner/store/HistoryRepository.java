package org.stride.learner.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Attempts, and texts that made room for others. */
interface HistoryRepository extends Repository<HistoryRow, Long> {
    HistoryRow save(HistoryRow row);

    @Query("select * from history where learner = :learner and id = :id")
    Optional<HistoryRow> find(UUID learner, UUID id);

    @Query("""
            select number, id, exercise, kind, made_at, card, predicted_pass, passed, mistake, mistake_name, summary
            from history where learner = :learner order by number
            """)
    List<SummaryRow> summaries(UUID learner);

    /** Ordered as the index is: otherwise H2 reads all that the learner has done. */
    @Query("""
            select number, id, exercise, kind, made_at, card, predicted_pass, passed, mistake, mistake_name, summary
            from history where learner = :learner and exercise = :exercise order by learner, exercise, number
            """)
    List<SummaryRow> summaries(UUID learner, String exercise);

    /** The last that has a text before another entry, or before all that may come if there is none of that number. */
    @Query("""
            select * from history where learner = :learner and exercise = :exercise and text is not null
            and number < :number order by learner desc, exercise desc, number desc limit 1
            """)
    Optional<HistoryRow> textBefore(UUID learner, String exercise, long number);

    @Query("select * from history where learner = :learner order by number")
    List<HistoryRow> all(UUID learner);

    @Modifying
    @Query("delete from history where learner = :learner and id = :id")
    void delete(UUID learner, UUID id);
}
