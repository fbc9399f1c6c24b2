package org.stride.learner.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Hints that were taken. */
interface HintRepository extends Repository<HintRow, UUID> {
    @Modifying
    @Query("""
            insert into hint_taken (learner, exercise, hint, taken_at)
            values (:learner, :exercise, :hint, :takenAt) on conflict do nothing
            """)
    void insertIfNew(UUID learner, String exercise, String hint, Instant takenAt);

    @Query("select * from hint_taken where learner = :learner order by taken_at, exercise, hint")
    List<HintRow> all(UUID learner);
}
