package org.stride.learner.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Who has something in the database. */
interface LearnerRepository extends Repository<LearnerRow, UUID> {
    /** Does nothing if there is one of that id. */
    @Modifying
    @Query("insert into learner (id, created_at) values (:id, :createdAt) on conflict do nothing")
    void insertIfNew(UUID id, Instant createdAt);

    /** Whoever changes much of theirs at once goes one after the other. */
    @Query("select * from learner where id = :id for update")
    Optional<LearnerRow> lock(UUID id);

    /** With everything of theirs. */
    @Modifying
    @Query("delete from learner where id = :id")
    void delete(UUID id);
}
